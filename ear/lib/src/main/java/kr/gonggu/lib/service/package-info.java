/**
 * What a running service is made of.
 *
 * <p>In the EAR this jar exists once and serves five WARs, so nothing here is a bean or holds
 * static state of a service. A WAR declares two small classes:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class DealRuntime extends ServiceRuntime {
 *   @Resource(lookup = "jdbc/deal") DataSource dataSource;
 *   @PersistenceContext(unitName = "deal") EntityManager entityManager;
 *   @Inject Clock clock;
 *   @Inject @Channel("deal-events-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 512)
 *   Emitter<String> events;
 *
 *   @Override protected Parts parts() {
 *     return new Parts("deal", dataSource, entityManager, clock, events);
 *   }
 * }
 *
 * @WebListener
 * public class DealLifecycle extends ServiceLifecycle {
 *   @Inject DealRuntime runtime;
 *
 *   @Override protected ServiceRuntime runtime() {
 *     return runtime;
 *   }
 * }
 * }</pre>
 *
 * <p>The listener and not a CDI start-up event begins the service, because only there the thread
 * carries this WAR's own naming and class loader, which the runtime keeps for the threads of Kafka.
 */
package kr.gonggu.lib.service;
