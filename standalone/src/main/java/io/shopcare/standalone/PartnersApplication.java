package io.shopcare.standalone;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Stands in for the partners of a shop: who signs people in, who takes the money, who carries the mail. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PartnersApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(PartnersApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
