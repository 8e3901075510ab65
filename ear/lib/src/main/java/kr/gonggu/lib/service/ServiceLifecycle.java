package kr.gonggu.lib.service;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Starts and stops a service with its WAR; a WAR declares a subclass with {@code @WebListener}. */
public abstract class ServiceLifecycle implements ServletContextListener {

  /** The service's runtime. */
  protected abstract ServiceRuntime runtime();

  /** Called on a thread with the WAR's context, before requests are served. */
  protected void started() {}

  /** Called first when the WAR goes down, while everything still works. */
  protected void stopping() {}

  @Override
  public final void contextInitialized(ServletContextEvent event) {
    runtime().start(event.getServletContext());
    started();
  }

  @Override
  public final void contextDestroyed(ServletContextEvent event) {
    try {
      stopping();
    } finally {
      runtime().stop();
    }
  }
}
