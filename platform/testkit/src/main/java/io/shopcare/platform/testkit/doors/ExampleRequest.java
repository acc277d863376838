package io.shopcare.platform.testkit.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

/**
 * A request that can be sent as often as one likes.
 *
 * @param path     with its query
 * @param body     as JSON; missing where there is none
 * @param isUpload whether the body is a file instead
 */
public record ExampleRequest(String method, String path, JsonNode body, boolean isUpload) {
    private static final String UPLOAD = "--doors\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nno,such,columns\r\n1,2,3\r\n--doors--\r\n";

    /** The same about another shop, everywhere that the examples' shop is named. */
    public ExampleRequest inShop(String shop) {
        return new ExampleRequest(method, path.replace("shop=nuanyang", "shop=" + shop), inShop(body, shop), isUpload);
    }

    /** Sends it under a key of its own. */
    public Api.Response send(Api caller) {
        return sendUnder(caller, Ids.next());
    }

    /** Sends it under this key. */
    public Api.Response sendUnder(Api caller, String key) {
        var with = method.equals("GET") ? caller : caller.with("Idempotency-Key", key);
        return isUpload
                ? with.with("Content-Type", "multipart/form-data; boundary=doors").send(method, path, UPLOAD)
                : with.send(method, path, body.isMissingNode() ? null : body);
    }

    private static JsonNode inShop(JsonNode body, String shop) {
        if (!body.path("shop").isTextual())
            return body;
        ObjectNode copy = body.deepCopy();
        return copy.put("shop", shop);
    }
}
