package io.shopcare.order.changes;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param payDifferenceWithin until when a buyer may pay what an exchanged line costs more */
@Validated
@ConfigurationProperties("shopcare.order.changes")
public record ChangeSettings(@DefaultValue("24h") Duration payDifferenceWithin) {}
