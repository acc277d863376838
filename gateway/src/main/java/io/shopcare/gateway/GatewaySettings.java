package io.shopcare.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param services addresses by name, one for each instance; the name is the second part of the paths
 *                 {@code /api/<name>/**}
 * @param answer   how long a service may take to answer
 * @param repeatable how large a body may be so that it is held and can be sent to another instance
 * @param open     paths that need no person's token: they carry a signature, a ticket, or give a token out
 * @param strangers headers that mean something inside only and are taken off requests and answers
 * @param corsOrigins origins of front ends that may call from a browser
 */
@Validated
@ConfigurationProperties("shopcare.gateway")
record GatewaySettings(@NotEmpty Map<String, @NotEmpty List<URI>> services, @DefaultValue("10s") Duration answer,
        @DefaultValue("1MB") DataSize repeatable, @DefaultValue( {}) List<String> open,
        @DefaultValue({}) List<String> strangers,
        @DefaultValue({}) List<String> corsOrigins){}
