package io.shopcare.platform.servlet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.shopcare.platform.json.MoneyJson;
import io.shopcare.platform.json.StrictJson;

/** JSON bodies as the contract has them: unknown fields are refused, not passed over. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebAutoConfiguration {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer contractJson() {
        return json -> json.modulesToInstall(MoneyJson.module(), StrictJson.instants())
                .featuresToEnable(StrictJson.REFUSED.toArray())
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .postConfigurer(mapper -> mapper.setDefaultSetterInfo(StrictJson.NO_HOLES));
    }
}
