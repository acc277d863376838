package io.shopcare.presale;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the whole service. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    @Bean
    OpenAPI presaleApi() {
        return new OpenAPI().info(new Info().title("presale-service").version("1")
                .description("Consultation before the sale: conversations, routing, promises, wrap-up. "
                        + "In real time over the socket /ws/presale; its frames are in the AsyncAPI document."));
    }
}
