package kr.gonggu.push.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.Courier;
import kr.gonggu.push.application.LiveInboxes;

/** Starts and stops push with its WAR. */
@WebListener
public class PushLifecycle extends ServiceLifecycle {

  private static final Logger LOG = System.getLogger(PushLifecycle.class.getName());

  /** Shorter than the idle time-outs of usual proxies, which are 30 s and more. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  @Inject PushRuntime runtime;
  @Inject RedisPeers peers;
  @Inject LiveInboxes live;
  @Inject Courier courier;
  @Inject Caretaker caretaker;

  @Resource ManagedThreadFactory threads;

  private Thread goodbye;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    // A server that is told to end (SIGTERM) waits for open streams before it stops its WARs.
    goodbye = threads.newThread(live::dismissAll);
    Runtime.getRuntime().addShutdownHook(goodbye);
    start("push-peers", peers::hear);
    start("push-heartbeat", this::beat);
    runtime
        .runWhenReady(
            () -> {
              start("push-courier", courier::work);
              caretaker.start();
            })
        .exceptionally(
            stopped -> {
              LOG.log(Level.DEBUG, "The courier never began: {0}", stopped.toString());
              return null;
            });
  }

  @Override
  protected void stopping() {
    try {
      boolean known = Runtime.getRuntime().removeShutdownHook(goodbye);
      LOG.log(Level.DEBUG, "The WAR stops and the server goes on: {0}", known);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The server ends: the hook has run");
    }
    live.dismissAll();
    courier.stop();
    caretaker.stop();
    peers.stop();
  }

  private void start(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.setDaemon(true);
    thread.start();
  }

  private void beat() {
    while (!runtime.pause(HEARTBEAT)) {
      try {
        peers.beat();
        live.beat();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "A heartbeat failed, the next one follows", e);
      }
    }
  }
}
