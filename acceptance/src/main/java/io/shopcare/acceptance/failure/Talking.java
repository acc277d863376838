package io.shopcare.acceptance.failure;

import java.util.Map;
import java.util.Random;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

/** A visitor asks, says more, and leaves. */
final class Talking implements Errand {
    @Override
    public void run(Shop shop, Random dice) {
        var client = shop.client();
        var token = client.insist("a visitor's token", () -> client.nobody().post("/api/presale/visitor-tokens",
                Map.of("shop", Shop.NAME, "locale", "zh-CN"))).expect(201).at("/token");
        Api visitor = client.nobody().with("Authorization", "Bearer " + token);
        var first = "有货吗 " + Ids.next();
        var conversation = command(client, visitor, "/api/presale/conversations", Map.of("shop", Shop.NAME, "text",
                first, "clientMessageId", Ids.next(), "sku", Shop.anySku(dice))).at("/id");
        shop.accepted().note(new Deed.Said(conversation, first));
        for (int more = dice.nextInt(4); more > 0; more--) {
            var text = "还有 " + Ids.next() + " " + Shop.TYPED;
            command(client, visitor, "/api/presale/conversations/" + conversation + "/messages", Map.of(
                    "clientMessageId", Ids.next(), "text", text));
            shop.accepted().note(new Deed.Said(conversation, text));
        }
        command(client, visitor, "/api/presale/conversations/" + conversation + "/closure", Map.of());
    }

    private static Api.Response command(Client client, Api visitor, String path, Map<String, ?> body) {
        var key = Ids.next();
        var answer = client.insist("POST " + path, () -> visitor.with("Idempotency-Key", key).post(path, body));
        if (answer.status() / 100 != 2)
            throw new AssertionError(path + ": " + answer.status() + " " + answer.http().body());
        return answer;
    }
}
