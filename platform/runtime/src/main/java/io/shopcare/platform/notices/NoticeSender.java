package io.shopcare.platform.notices;

import java.nio.charset.StandardCharsets;

import com.mongodb.MongoException;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import static java.util.Objects.requireNonNull;

/**
 * Sends what is due. A mail that was taken by the server just before a crash goes out again under the same message id, so
 * that the reader's program can know it as the same.
 */
final class NoticeSender implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final Notices notices;
    private final JavaMailSender mail;
    private final NoticeTexts texts;
    private final NoticeSettings settings;
    private volatile boolean running;

    NoticeSender(Notices notices, JavaMailSender mail, NoticeTexts texts, NoticeSettings settings) {
        this.notices = notices;
        this.mail = mail;
        this.texts = texts;
        this.settings = settings;
    }

    /** Sends all that is due now. */
    void sendDue() {
        for (var next = notices.take(settings.lease()); next.isPresent(); next = notices.take(settings.lease()))
            send(next.get());
    }

    private void send(Notices.Taken taken) {
        try {
            mail.send(message(taken));
            notices.sent(taken);
        } catch (MailParseException | MessagingException e) {
            notices.givenUp(taken, "malformed-address");
        } catch (MailException e) {
            log.warn("notice {} could not be sent: {}", taken.id(), e.getClass().getSimpleName());
            if (taken.attempts() >= settings.attempts())
                notices.givenUp(taken, e.getClass().getSimpleName());
            else
                notices.failed(taken, e.getClass().getSimpleName(), settings.pauseAfter(taken.attempts()));
        }
    }

    private jakarta.mail.internet.MimeMessage message(Notices.Taken taken) throws MessagingException {
        var words = texts.of(taken.kind(), taken.language(), taken.facts());
        var message = mail.createMimeMessage();
        var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(requireNonNull(taken.to()));
        parts.setSubject(words.subject());
        parts.setText(words.body());
        message.setHeader("Message-ID", "<" + taken.id() + "@" + settings.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", taken.language());
        return message;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("notices").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                sendDue();
                notices.await(settings.sweepEvery());
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                log.warn("notices could not be read: {}", e.toString());
                pause();
            } catch (RuntimeException e) {
                log.error("a defect stopped this round of notices", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            notices.await(settings.sweepEvery());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
