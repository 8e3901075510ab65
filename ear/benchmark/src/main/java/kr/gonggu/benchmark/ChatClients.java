package kr.gonggu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Open sockets, read by one thread. */
final class ChatClients implements AutoCloseable {

  private final List<ChatClient> clients = new ArrayList<>();
  private final List<Member> owners = new ArrayList<>();
  private final Selector selector;
  private final Object measuring = new Object();
  private final AtomicLong deliveries = new AtomicLong();
  private Latencies latencies = new Latencies();
  private volatile boolean marks;
  private volatile ChatClient silent;

  ChatClients() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a socket for each member of a room. */
  void enter(Market market, UUID room, List<Member> members) {
    ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    try {
      for (Member member : members) {
        clients.add(ChatClient.open(market.address(), ticket(market, member), room, in));
        owners.add(member);
      }
    } catch (IOException e) {
      throw new BenchmarkException("A chat socket could not be opened: " + e.getMessage(), e);
    }
  }

  private static String ticket(Market market, Member member) {
    return market
        .call(market.request().post("/api/chat/tickets", member, ""))
        .json()
        .get("ticket")
        .toString();
  }

  /**
   * Lets readers that did not keep up come back.
   *
   * @return how many there were
   */
  int bringBack(Market market) {
    int broughtBack = 0;
    try {
      for (int i = 0; i < clients.size(); i++) {
        ChatClient client = clients.get(i);
        if (client.leftBehind()) {
          client.comeBack(market.address(), ticket(market, owners.get(i)));
          client.register(selector);
          selector.wakeup();
          broughtBack++;
        }
      }
    } catch (IOException e) {
      throw new BenchmarkException("A chat socket could not be opened: " + e.getMessage(), e);
    }
    return broughtBack;
  }

  /** Reads from now on. */
  void start() {
    try {
      for (ChatClient client : clients) {
        client.register(selector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::read, "chat-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try {
      while (selector.isOpen()) {
        selector.select(
            key -> {
              try {
                ((ChatClient) key.attachment()).readable(this::message);
              } catch (IOException e) {
                key.cancel();
              }
            });
      }
    } catch (IOException | ClosedSelectorException e) {
      // closed
    }
  }

  private void message(ChatClient client, long seq, long clientId, long sentNanos) {
    long now = System.nanoTime();
    synchronized (measuring) {
      latencies.add(now - sentNanos);
    }
    deliveries.incrementAndGet();
    if (marks && client != silent) {
      client.read(seq);
    }
  }

  /** From now on every reader marks what comes as read, but one. */
  void markAsRead(ChatClient butNot) {
    silent = butNot;
    marks = true;
  }

  List<ChatClient> all() {
    return clients;
  }

  /** Messages that came to a reader, since the beginning. */
  long deliveries() {
    return deliveries.get();
  }

  /** The times since the last call. */
  Latencies take() {
    synchronized (measuring) {
      Latencies taken = latencies;
      latencies = new Latencies();
      return taken;
    }
  }

  @Override
  public void close() {
    clients.forEach(ChatClient::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
