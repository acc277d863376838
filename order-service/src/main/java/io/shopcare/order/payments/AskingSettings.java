package io.shopcare.order.payments;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param grace how long an order that a clock would end stays open while the provider does not say whether it was paid */
@ConfigurationProperties("shopcare.payment.asking")
record AskingSettings(@DefaultValue("2h") Duration grace) {}
