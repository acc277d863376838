package io.shopcare.standalone.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Makes out of a message's bytes what a person reads. */
final class MailReader {
    private final Session session = Session.getInstance(new Properties());

    Mail read(String from, String to, byte[] data, Instant receivedAt) throws MessagingException, IOException {
        var message = new MimeMessage(session, new ByteArrayInputStream(data));
        return new Mail(from, to, Objects.requireNonNullElse(message.getSubject(), ""),
                Objects.requireNonNullElse(message.getMessageID(), ""), receivedAt, firstPart(message, "text/plain"),
                firstPart(message, "text/html"));
    }

    private static String firstPart(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text.strip() : "";
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = firstPart(each, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
