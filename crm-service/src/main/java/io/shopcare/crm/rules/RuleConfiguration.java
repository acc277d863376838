package io.shopcare.crm.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules from their file. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    CrmRules crmRules(RuleSettings settings) {
        return CrmRules.read(settings.location());
    }
}
