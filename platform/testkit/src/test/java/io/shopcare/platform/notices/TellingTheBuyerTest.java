package io.shopcare.platform.notices;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("O19: each notice is told once, in the buyer's language; unsent ones are retried and visible")
class TellingTheBuyerTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T09:30:00Z");
    private final GreenMail box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JavaMailSenderImpl mail = new JavaMailSenderImpl();
    private final Notices notices = new Notices(TestDatabase.fresh(), clock);
    private final NoticeSettings settings = new NoticeSettings("service@nuanyang.example", Duration.ofSeconds(1),
            Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofMinutes(1), 3);
    private final NoticeSender sender = new NoticeSender(notices, mail, new NoticeTexts(), settings);

    @BeforeEach
    void openTheBox() {
        box.start();
        mail.setHost("127.0.0.1");
        mail.setPort(box.getSmtp().getPort());
    }

    @AfterEach
    void closeTheBox() {
        box.stop();
    }

    @Test
    void sendsInTheBuyersLanguageUnderADeterministicMessageId() throws MessagingException {
        notices.tell(shipped("n-1", "zh-CN", "lin@example.com"));
        sender.sendDue();
        var received = only();
        assertThat(received.getSubject()).isEqualTo("您的订单 NY20261110-0017 已发货");
        assertThat(received.getMessageID()).isEqualTo("<n-1@nuanyang.example>");
        assertThat(told("n-1").state()).isEqualTo(NoticeState.SENT);
        assertThat(told("n-1").to()).isEqualTo("l***@example.com");
    }

    @Test
    void tellsOnceWhateverIsDeliveredAgain() {
        notices.tell(shipped("n-1", "en", "tom@example.com"));
        sender.sendDue();
        notices.tell(shipped("n-1", "en", "tom@example.com"));
        sender.sendDue();
        assertThat(box.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsEachOnceWithSeveralSenders() {
        for (int i = 0; i < 20; i++)
            notices.tell(shipped("n-" + i, "en", "tom@example.com"));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(each -> senders.execute(sender::sendDue));
        }
        assertThat(box.getReceivedMessages()).hasSize(20);
    }

    @Test
    void triesAgainLaterWhileTheMailServerIsAway() {
        box.stop();
        notices.tell(shipped("n-1", "en", "tom@example.com"));
        sender.sendDue();
        assertThat(told("n-1").state()).isEqualTo(NoticeState.PENDING);
        assertThat(told("n-1").problem()).isEqualTo("MailSendException");
        assertThat(told("n-1").next()).isEqualTo(clock.instant().plusSeconds(5));
        box.start();
        mail.setPort(box.getSmtp().getPort());
        sender.sendDue();
        assertThat(box.getReceivedMessages()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        sender.sendDue();
        assertThat(told("n-1").state()).isEqualTo(NoticeState.SENT);
        assertThat(told("n-1").attempts()).isEqualTo(2);
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysSo() {
        box.stop();
        notices.tell(shipped("n-1", "en", "tom@example.com"));
        for (int i = 0; i < 3; i++) {
            sender.sendDue();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(told("n-1").state()).isEqualTo(NoticeState.FAILED);
        assertThat(told("n-1").next()).isNull();
    }

    @Test
    void takesOverFromASenderThatDied() {
        notices.tell(shipped("n-1", "en", "tom@example.com"));
        assertThat(notices.take(settings.lease())).isPresent();
        sender.sendDue();
        assertThat(box.getReceivedMessages()).isEmpty();
        clock.advance(settings.lease());
        sender.sendDue();
        assertThat(box.getReceivedMessages()).hasSize(1);
    }

    @Test
    void showsThatABuyerWithoutAnAddressWasNotTold() {
        notices.tell(shipped("n-1", "en", null));
        assertThat(told("n-1").state()).isEqualTo(NoticeState.FAILED);
        assertThat(told("n-1").problem()).isEqualTo("no-address");
    }

    @Test
    void keepsTheAddressOutOfLogs() {
        assertThat(shipped("n-1", "en", "tom@example.com").toString()).doesNotContain("tom");
    }

    private MimeMessage only() {
        assertThat(box.getReceivedMessages()).hasSize(1);
        return box.getReceivedMessages()[0];
    }

    private NoticeRecord told(String id) {
        return notices.about("order-17").stream().filter(each -> each.noticeId().equals(id)).findFirst().orElseThrow();
    }

    private static Notice shipped(String id, String language, @Nullable String email) {
        return new Notice(id, "nuanyang", "order-17", "order-shipped", language, email,
                Map.of("orderNo", "NY20261110-0017", "carrier", "shunfeng", "number", "SF1040022817365"));
    }
}
