package io.shopcare.platform.openapi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands at the head of a service's OpenAPI document.
 *
 * @param title       for the page that lists the documents of all services
 * @param description what the service is for, in a sentence or two
 * @param version     of the program
 */
@ConfigurationProperties("shopcare.openapi")
public record OpenApiSettings(@DefaultValue("Shopcare") String title,
        @DefaultValue("") String description, String version) {}
