package io.shopcare.standalone.mail;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where mails are taken and shown.
 *
 * @param port of the page and its JSON
 * @param smtp where programs send to
 * @param keep how many mails are kept; the oldest go first
 */
@Validated
@ConfigurationProperties("shopcare.mail")
record MailSettings(@PositiveOrZero int port, @PositiveOrZero int smtp, @Positive int keep) {}
