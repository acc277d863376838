package io.shopcare.presale.conversations;

import java.util.Locale;
import java.util.ResourceBundle;

import io.shopcare.presale.orders.KnownOrder;

/** What the service itself says to buyers, in their language ({@code texts/presale*.properties}). */
final class ServiceTexts {
    private ServiceTexts() {}

    static Draft greeting(String language) {
        return Draft.automatic("greeting", text("greeting", language));
    }

    static Draft idle(String language) {
        return Draft.automatic("idle", text("idle", language));
    }

    /** Words on an order's card; {@code once} says that they are said once. */
    static Draft aboutOrder(String key, String language, KnownOrder order, String once) {
        return new Draft(Author.system("orders"), MessageKind.ORDER_CARD,
                text(key, language).replace("{orderNo}", order.orderNo()), once, null, order.orderId());
    }

    static String text(String key, String language) {
        return ResourceBundle.getBundle("texts/presale", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
    }
}
