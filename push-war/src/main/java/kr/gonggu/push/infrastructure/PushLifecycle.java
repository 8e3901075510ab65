package kr.gonggu.push.infrastructure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.LiveInboxes;
import kr.gonggu.push.domain.Background;

/** Starts and stops push with its WAR. */
@WebListener
public class PushLifecycle extends ServiceLifecycle {

  /** Shorter than the idle time-outs of usual proxies, which are 30 s and more. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  @Inject PushRuntime runtime;
  @Inject RedisPeers peers;
  @Inject LiveInboxes live;
  @Inject Background background;

  private volatile boolean stopped;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    peers.start();
    background.runAfter(HEARTBEAT, this::beat);
  }

  @Override
  protected void stopping() {
    stopped = true;
    live.dismissAll();
    peers.stop();
  }

  private void beat() {
    if (stopped) {
      return;
    }
    background.runAfter(HEARTBEAT, this::beat);
    peers.beat();
    live.beat();
  }
}
