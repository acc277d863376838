package io.shopcare.order.payments;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * What a provider tells us.
 *
 * @param notificationId the same however often it is told
 * @param event          {@code payment.succeeded}, {@code refund.failed} and so on
 * @param refundNo       null when it is about a payment
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Notification(String notificationId, String event, String paymentNo, @Nullable String refundNo,
        Money amount, Instant occurredAt) {}
