package kr.gonggu.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How busy the machine is, and how much of that is the load generator itself. */
final class CpuMeter {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wallAtStart = System.nanoTime();
  private final long ownAtStart = SYSTEM.getProcessCpuTime();

  CpuMeter() {
    // The first reading begins the interval of the second.
    SYSTEM.getCpuLoad();
  }

  /**
   * Parts of all the machine's cores, 0 to 1.
   *
   * @param own used by this process
   * @param machine used by anybody
   */
  record Share(double own, double machine) {}

  /** Since this meter was made. */
  Share read() {
    double wall = (System.nanoTime() - wallAtStart) * (double) SYSTEM.getAvailableProcessors();
    double own = (SYSTEM.getProcessCpuTime() - ownAtStart) / wall;
    return new Share(own, Math.max(SYSTEM.getCpuLoad(), own));
  }
}
