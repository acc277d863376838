package io.shopcare.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail for everybody; delivers none of them. */
@Component
class SmtpDoor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);

    private final MailReader reader = new MailReader();
    private final MailBox box;
    private final Clock clock;
    private final SMTPServer server;

    SmtpDoor(MailSettings settings, @Value("${server.address}") InetAddress address, MailBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
        this.server = SMTPServer.port(settings.smtp()).bindAddress(address).messageHandler(
                (context, from, to, data) -> take(from, to, data)).build();
    }

    private void take(String from, String to, byte[] data) throws RejectException {
        try {
            box.take(reader.read(from, to, data, clock.instant()));
        } catch (MessagingException | IOException e) {
            LOG.warn("Refused a mail that cannot be read", e);
            throw new RejectException(554, "This mail cannot be read");
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }
}
