package io.shopcare.acceptance;

import java.time.Duration;
import java.util.Map;

import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** A buyer asks, an agent answers and promises. */
final class Consulting extends Chapter {

    Consulting(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("A buyer asks (presale-service)");
        journal.step("lin", "asks: is the grey coat in L there, does it ship today?", () -> {
            sale.conversation = people.as("lin").post("/api/presale/conversations", Map.of("shop", SHOP, "text",
                    "灰色大衣 L 码有货吗?今天能发吗?", "clientMessageId", fresh(), "sku", COAT)).expect(201).at("/id");
            return told("conversation " + sale.conversation).hearing(CONVERSATIONS, sale.conversation,
                    "conversation.opened.v1",
                    "message.posted.v1", "conversation.assigned.v1");
        });
        journal.step("mei", "has it, and sees the product card with live stock", () -> {
            until("mei has the conversation",
                    () -> people.as("mei").get("/api/presale/conversations/" + sale.conversation)
                            .expect(200).at("/agent/id"),
                    "mei"::equals);
            var card = people.as("mei").get("/api/presale/products/" + COAT + "?shop=" + SHOP).expect(200);
            same("availability of the answer", "fresh", card.at("/availability"));
            return told(card.at("/value/stock/available") + " left, asked just now");
        });
        journal.step("both", "talk on sockets through the gateway", this::talk);
        journal.step("mei", "promises a gift box, and shipping today", () -> {
            long proof = lastOwnMessage("mei");
            var promises = "/api/presale/conversations/" + sale.conversation + "/promises";
            people.as("mei").post(promises, Map.of("kind", "packaging", "text", "用礼盒包装", "messageSequence", proof))
                    .expect(201);
            people.as("mei").post(promises, Map.of("kind", "ship-by", "text", "今天发货", "messageSequence", proof, "due",
                    clock.instant().plus(Duration.ofHours(12)).toString())).expect(201);
            return told("two promises").hearing(CONVERSATIONS, sale.conversation, "promise.made.v1");
        });
    }

    private Told talk() {
        try (var lin = Chat.follow(at.gateway(), people.as("lin"), sale.conversation, 0);
                var mei = Chat.follow(at.gateway(), people.as("mei"), sale.conversation, 0)) {
            var answer = "有货的,今天 16 点前下单今天发,送您礼盒。";
            mei.say(sale.conversation, fresh(), answer);
            lin.message(answer);
            var thanks = "好的,那我下单。";
            lin.say(sale.conversation, fresh(), thanks);
            mei.message(thanks);
            lin.message(thanks);
            var numbers = lin.sequences();
            same("messages in order without gaps", numbers.stream().sorted().distinct().toList(), numbers);
            return told("messages 1 to " + numbers.getLast() + " in the same order on both sides");
        }
    }

    private long lastOwnMessage(String name) {
        var messages = people.as(name).get("/api/presale/conversations/" + sale.conversation + "/messages?limit=200")
                .expect(200).json().at("/items");
        long last = 0;
        for (var message : messages)
            if (message.at("/author/id").asText().equals(name))
                last = message.at("/seq").asLong();
        return last;
    }
}
