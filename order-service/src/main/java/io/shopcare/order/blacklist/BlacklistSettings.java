package io.shopcare.order.blacklist;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param secret of the digests; the same in all services of an installation */
@Validated
@ConfigurationProperties("shopcare.blacklist")
record BlacklistSettings(@DefaultValue("local-blacklist-secret") @Size(min = 16) String secret) {}
