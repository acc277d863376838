package io.shopcare.crm.rules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/** @param location of the rules */
@ConfigurationProperties("shopcare.crm.rules")
record RuleSettings(@DefaultValue("classpath:crm-rules.yaml") Resource location) {}
