package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;

/** Starts and stops the chat service with its WAR. */
@WebListener
public class ChatLifecycle extends ServiceLifecycle {

  private static final Logger LOG = System.getLogger(ChatLifecycle.class.getName());

  @Inject ChatRuntime runtime;
  @Inject RedisPeers peers;
  @Inject LiveRooms liveRooms;
  @Inject Caretaker caretaker;
  @Inject ManagedBackground background;
  @Resource ManagedThreadFactory threads;

  private Thread goodbye;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    peers.start();
    caretaker.start();
    // A server that is told to end (SIGTERM) may cut its connections before it stops its WARs.
    goodbye = threads.newThread(liveRooms::dismissAll);
    Runtime.getRuntime().addShutdownHook(goodbye);
  }

  @Override
  protected void stopping() {
    liveRooms.dismissAll();
    peers.stop();
    caretaker.stop();
    background.stop();
    try {
      boolean known = Runtime.getRuntime().removeShutdownHook(goodbye);
      LOG.log(Level.DEBUG, "The WAR stops and the server goes on: {0}", known);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The server ends: the hook has run");
    }
  }
}
