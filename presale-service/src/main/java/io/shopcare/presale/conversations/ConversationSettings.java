package io.shopcare.presale.conversations;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reopeningWindow how long after the wrap-up a buyer's message reopens a conversation (rules.md, Service targets)
 * @param lastAgentWithin how long a buyer comes back to the agent who served them (rules.md, Service targets)
 * @param idleNotice      after our last words: when a silent buyer is told that the conversation will end
 * @param idleClose       after our last words: when it ends
 */
@Validated
@ConfigurationProperties("shopcare.presale.conversations")
public record ConversationSettings(@DefaultValue("24h") Duration reopeningWindow,
        @DefaultValue("72h") Duration lastAgentWithin, @DefaultValue("10m") Duration idleNotice,
        @DefaultValue("20m") Duration idleClose) {

    @AssertTrue(message = "a conversation ends after the notice of it")
    boolean isNoticeFirst() {
        return idleNotice.compareTo(idleClose) < 0;
    }
}
