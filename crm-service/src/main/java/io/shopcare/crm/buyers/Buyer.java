package io.shopcare.crm.buyers;

/**
 * Who asks and orders, as known in one shop and channel.
 *
 * @param buyerId opaque in its channel; never a name, phone number or address
 */
public record Buyer(String shop, String channel, String buyerId) {

    /** One text for the three; neither shop nor channel can hold a slash. */
    public String key() {
        return shop + "/" + channel + "/" + buyerId;
    }
}
