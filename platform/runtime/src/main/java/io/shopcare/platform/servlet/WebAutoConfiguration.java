package io.shopcare.platform.servlet;

import java.time.Instant;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.shopcare.platform.json.MoneyJson;
import io.shopcare.platform.json.StrictJson;

/** JSON bodies and parameters as the contract has them: what is unknown or beyond its bounds is refused, not passed over. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebAutoConfiguration {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer contractJson() {
        return json -> json.modulesToInstall(MoneyJson.module(), StrictJson.bounds())
                .featuresToEnable(StrictJson.REFUSED.toArray())
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .postConfigurer(mapper -> {
                    mapper.setDefaultSetterInfo(StrictJson.NO_HOLES);
                    StrictJson.asText(mapper.coercionConfigFor(LogicalType.Textual));
                });
    }

    @Bean
    WebMvcConfigurer instantsOfParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Instant.class, StrictJson::instant);
            }
        };
    }
}
