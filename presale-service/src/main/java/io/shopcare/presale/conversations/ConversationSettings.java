package io.shopcare.presale.conversations;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reopeningWindow how long after the wrap-up a buyer's message reopens a conversation (rules.md, Service targets)
 * @param lastAgentWithin how long a buyer comes back to the agent who served them (rules.md, Service targets)
 * @param closeEvery      how often resolved conversations are closed whose window has passed
 */
@Validated
@ConfigurationProperties("shopcare.presale.conversations")
public record ConversationSettings(@DefaultValue("24h") Duration reopeningWindow,
        @DefaultValue("72h") Duration lastAgentWithin, @DefaultValue("30s") Duration closeEvery) {}
