package io.shopcare.platform.servlet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bodyLimit of a JSON body; uploads have a limit of their own
 * @param path      the service's part of {@code /api/<path>/}, under which the platform answers too
 */
@ConfigurationProperties("shopcare.platform.web")
public record WebSettings(@DefaultValue("1MB") DataSize bodyLimit, @DefaultValue("service") String path) {}
