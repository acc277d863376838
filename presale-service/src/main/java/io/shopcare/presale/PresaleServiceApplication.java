package io.shopcare.presale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
@EnableScheduling
public class PresaleServiceApplication {

    /** Starts the service; settings come from the environment. */
    public static void main(String[] arguments) {
        SpringApplication.run(PresaleServiceApplication.class, arguments);
    }
}
