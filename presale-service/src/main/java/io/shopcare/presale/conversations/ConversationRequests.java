package io.shopcare.presale.conversations;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests about conversations. */
final class ConversationRequests {
    static final String PURPOSES = "call-the-buyer|delivery|complaint|authority";
    static final String SHOP = "[a-z][a-z0-9-]{1,31}";

    private ConversationRequests() {}

    @Schema(name = "NewConversation")
    record Open(@NotBlank @Pattern(regexp = SHOP) @Schema(example = "nuanyang") String shop,
            @NotBlank @Size(max = Draft.LONGEST) @Schema(example = "灰色大衣 L 码有货吗?今天能发吗?") String text,
            @NotBlank @Size(min = 8, max = 64) @Schema(description = "made by the client; a repeat is the same message", example = "c-01a1c30a-0001") String clientMessageId,
            @Nullable @Size(min = 1, max = 64) @Schema(description = "what the buyer looks at", example = "COAT-WOOL-GREY-L") String sku,
            @Nullable @Size(min = 1, max = 200) String orderId) {

        @Override
        public String toString() {
            return "Open[" + shop + "]";
        }
    }

    @Schema(name = "NewMessage")
    record Post(@NotBlank @Size(min = 8, max = 64) @Schema(example = "c-01a1c30a-0002") String clientMessageId,
            @Nullable @Schema(description = "text, product-card or order-card; text when left out", example = "text") MessageKind kind,
            @NotNull @Size(max = Draft.LONGEST) @Schema(example = "有货的,今天 16 点前下单今天发。") String text,
            @Nullable @Size(min = 1, max = 64) String sku, @Nullable @Size(min = 1, max = 200) String orderId) {

        @Override
        public String toString() {
            return "Post[" + kind + "]";
        }
    }

    @Schema(name = "MessagesForAPurpose")
    record WhatFor(
            @NotBlank @Pattern(regexp = PURPOSES) @Schema(description = "one of "
                    + PURPOSES, example = "call-the-buyer") String purpose,
            @Nullable @Min(0) @Schema(description = "after which place; from the first when left out", example = "0") Long after) {}

    @Schema(name = "NewPromise")
    record Promise(@NotNull @Schema(example = "packaging") PromiseKind kind,
            @NotBlank @Size(max = 300) @Schema(example = "用礼盒包装") String text,
            @Nullable @Schema(description = "by when; needed for ship-by and arrives-by", example = "2026-11-10T16:00:00Z") Instant due,
            @Min(1) @Schema(description = "the agent's message that proves it", example = "3") long messageSequence,
            @Nullable @Size(min = 1, max = 64) String sku, @Nullable @Positive Integer quantity,
            @Nullable @Size(min = 1, max = 200) String orderId) {}

    @Schema(name = "NewWrapUp")
    record WrapUp(@NotNull @Schema(example = "stock") Intent need,
            @NotBlank @Size(max = 1000) @Schema(example = "确认库存,推荐围巾") String process,
            @NotBlank @Size(max = 1000) @Schema(example = "买家已下单") String solution,
            @Nullable @Size(max = 1000) @Schema(example = "满意") String feedback,
            @NotNull @Schema(example = "true") Boolean solved, @Nullable WrapUpOutcome outcome) {}

    @Schema(name = "Closing")
    record Close(
            @Nullable @Size(min = 1, max = 300) @Schema(description = "needed where the buyer had the last word", example = "买家只是道谢") String reason) {}
}
