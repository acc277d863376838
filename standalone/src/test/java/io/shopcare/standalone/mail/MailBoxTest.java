package io.shopcare.standalone.mail;

import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.shopcare.standalone.Partners;
import io.shopcare.standalone.Web;

import static org.assertj.core.api.Assertions.assertThat;

class MailBoxTest {
    private static Partners partners;
    private final Web web = new Web();

    @BeforeAll
    static void start() {
        partners = Partners.start("shopcare.mail.keep=3");
    }

    @AfterAll
    static void stop() {
        partners.close();
    }

    @BeforeEach
    void empty() {
        assertThat(web.delete(partners.mails().resolve("/api/mails")).statusCode()).isEqualTo(204);
    }

    @Test
    void showsAMailToWhomItWasSent() throws MessagingException {
        send("lin@example.org", "您的包裹已发出", "运单号 123", "<b>运单号</b> 123");

        var mails = Web.json(web.get(partners.mails().resolve("/api/mails?to=LIN@example.org"))).path("items");

        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).path("subject").asText()).isEqualTo("您的包裹已发出");
        assertThat(mails.get(0).path("text").asText()).isEqualTo("运单号 123");
        assertThat(mails.get(0).path("html").asText()).isEqualTo("<b>运单号</b> 123");
        assertThat(Web.json(web.get(partners.mails().resolve("/api/mails?to=tom@example.org"))).path("items"))
                .isEmpty();
    }

    @Test
    void runsNothingThatAMailBringsAlong() throws MessagingException {
        send("lin@example.org", "<script>alert(1)</script>", "x", "<script>alert(2)</script>");

        assertThat(web.get(partners.mails().resolve("/mails")).body()).doesNotContain("<script>").contains(
                "iframe sandbox");
    }

    @Test
    void keepsTheLastMailsOnly() throws MessagingException {
        for (int i = 1; i <= 5; i++) {
            send("lin@example.org", "mail " + i, "x", "x");
        }

        assertThat(Web.json(web.get(partners.mails().resolve("/api/mails"))).path("items").findValuesAsText("subject"))
                .containsExactly("mail 5", "mail 4", "mail 3");
    }

    private static void send(String to, String subject, String text, String html) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(partners.part(SmtpDoor.class).port()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
