package kr.gonggu.chat.infrastructure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;

/** Starts and stops the chat service with its WAR. */
@WebListener
public class ChatLifecycle extends ServiceLifecycle {

  @Inject ChatRuntime runtime;
  @Inject RedisPeers peers;
  @Inject LiveRooms liveRooms;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    peers.start();
  }

  @Override
  protected void stopping() {
    liveRooms.dismissAll();
    peers.stop();
  }
}
