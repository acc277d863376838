package io.shopcare.aftersale.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Who ordered, as known in one shop and channel. No name, phone number or address. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Buyer(String shop, String channel, String buyerId) {}
