package io.shopcare.order.rules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param location    of the rules of shops that made no choice of their own
 * @param remoteAreas of the table of areas where carriers ask more, take longer or do not go
 */
@ConfigurationProperties("shopcare.order.audit.rules")
record RuleSettings(@DefaultValue("classpath:audit-rules.yaml") Resource location,
        @DefaultValue("classpath:remote-areas.yaml") Resource remoteAreas) {}
