package io.shopcare.order.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param delay after payment, of shops whose rule set says nothing about it */
@ConfigurationProperties("shopcare.order.audit")
record AuditSettings(@DefaultValue("0s") Duration delay) {}
