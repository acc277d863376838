package io.shopcare.presale.visitors;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param channel in which visitors ask
 * @param shops   that take visitors; empty for every shop
 */
@Validated
@ConfigurationProperties("shopcare.presale.visitors")
record VisitorSettings(@DefaultValue("web") String channel, @DefaultValue( {
}) Set<String> shops){

    boolean takes(String shop) {
        return shops.isEmpty() || shops.contains(shop);
    }
}
