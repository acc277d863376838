package io.shopcare.standalone.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells merchants what happened, again and again until they have answered 2xx. */
@Component
class Notifier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final NotificationQueue queue;
    private final RefundDesk refunds;
    private final Signatures signatures;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> beingSent = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;

    Notifier(NotificationQueue queue, RefundDesk refunds, Signatures signatures, ObjectMapper json, Clock clock) {
        this.queue = queue;
        this.refunds = refunds;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    /** Something may be due now. */
    void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("notifier").start(this::run);
    }

    private void run() {
        boolean declared = false;
        while (running) {
            try {
                if (!declared) {
                    queue.declareIndex();
                    declared = true;
                }
                queue.due().stream().filter(each -> beingSent.add(each.id())).forEach(each -> senders.execute(
                        () -> send(each)));
                news.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            } catch (MongoException e) {
                LOG.warn("The database does not answer: {}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(Notification noticed) {
        try {
            Optional<Notification> due = queue.stillDue(noticed);
            if (due.isPresent()) {
                deliver(due.get());
            }
        } catch (IOException | MongoException e) {
            LOG.warn("Could not send notification {}: {}", noticed.id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            beingSent.remove(noticed.id());
        }
    }

    private void deliver(Notification notification) throws IOException, InterruptedException {
        if (notification.refundNo() != null) {
            refunds.settle(notification);
        }
        if (accepted(notification)) {
            queue.taken(notification);
        } else {
            queue.refused(notification, next(notification.attempts()));
        }
    }

    private boolean accepted(Notification notification) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(notification.body());
        long now = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(notification.url()).timeout(PATIENCE).header("Content-Type",
                "application/json").header(Signatures.TIMESTAMP, Long.toString(now)).header(Signatures.SIGNATURE,
                        signatures.sign(now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException e) {
            return false; // nobody there: like any other refusal, it is tried again
        }
    }

    private Instant next(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 6));
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    @Override
    public void stop() {
        running = false;
        senders.shutdownNow();
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
