package io.shopcare.aftersale.policies;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One rule of a pack, with its figures. Which sentence it stands for is in {@code text}, in both languages. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = PolicyRule.ReturnWindow.class, name = "return-window"),
        @JsonSubTypes.Type(value = PolicyRule.PromisedWindow.class, name = "promised-window"),
        @JsonSubTypes.Type(value = PolicyRule.ExceptedGoods.class, name = "excepted-goods"),
        @JsonSubTypes.Type(value = PolicyRule.ConfirmedException.class, name = "confirmed-exception"),
        @JsonSubTypes.Type(value = PolicyRule.IntactGoods.class, name = "intact-goods"),
        @JsonSubTypes.Type(value = PolicyRule.FaultyGoods.class, name = "faulty-goods"),
        @JsonSubTypes.Type(value = PolicyRule.RiskOfTheWay.class, name = "risk-of-the-way"),
        @JsonSubTypes.Type(value = PolicyRule.BeforeShipping.class, name = "before-shipping"),
        @JsonSubTypes.Type(value = PolicyRule.FreightBack.class, name = "freight-back"),
        @JsonSubTypes.Type(value = PolicyRule.RefundWithin.class, name = "refund-within"),
        @JsonSubTypes.Type(value = PolicyRule.RefundAsPaid.class, name = "refund-as-paid"),
        @JsonSubTypes.Type(value = PolicyRule.BuyerAnswers.class, name = "buyer-answers"),
        @JsonSubTypes.Type(value = PolicyRule.ServiceTarget.class, name = "service-target"),
        @JsonSubTypes.Type(value = PolicyRule.ByAgreement.class, name = "by-agreement")})
public sealed interface PolicyRule {

    /** Number that a citation names. */
    String rule();

    /** The sentence, by language. */
    Map<String, String> text();

    /** Return without reason, so many days after receipt. */
    record ReturnWindow(String rule, Map<String, String> text, int days, boolean holidayShift, boolean weekendsCount)
            implements
                PolicyRule {}

    /** The days that a product page promises bind, if they are more. */
    record PromisedWindow(String rule, Map<String, String> text) implements PolicyRule {}

    /** Goods that are never returnable without reason. */
    record ExceptedGoods(String rule, Map<String, String> text, Set<String> goods) implements PolicyRule {}

    /** Goods that are not returnable without reason if the buyer confirmed it for this purchase. */
    record ConfirmedException(String rule, Map<String, String> text, Set<String> goods) implements PolicyRule {}

    /** What breaks the intact condition, by kind of goods. */
    record IntactGoods(String rule, Map<String, String> text, Map<String, Set<String>> brokenBy)
            implements
                PolicyRule {}

    /** Goods at fault come back within so many days at the seller's cost; later they are repaired or replaced. */
    record FaultyGoods(String rule, Map<String, String> text, int days, boolean holidayShift, boolean weekendsCount)
            implements
                PolicyRule {}

    /** Until delivery the risk is the seller's. */
    record RiskOfTheWay(String rule, Map<String, String> text) implements PolicyRule {}

    /** What has not been shipped is refunded when the buyer wishes. */
    record BeforeShipping(String rule, Map<String, String> text) implements PolicyRule {}

    /** Who pays the way back of a return without reason. */
    record FreightBack(String rule, Map<String, String> text, FreightPayer paidBy) implements PolicyRule {}

    /** The money goes back within so many days after the goods are back. */
    record RefundWithin(String rule, Map<String, String> text, int days) implements PolicyRule {}

    /** The amount is what was paid, in the way it was paid. */
    record RefundAsPaid(String rule, Map<String, String> text) implements PolicyRule {}

    /** Days in which the buyer chooses, and in which the goods are sent back. */
    record BuyerAnswers(String rule, Map<String, String> text, int chooseDays, int sendBackDays)
            implements
                PolicyRule {}

    /**
     * Hours in which the shop gives its first answer, a proposal and an end.
     *
     * @param businessHours whether only hours count in which people of the shop work
     */
    record ServiceTarget(String rule, Map<String, String> text, int firstAnswerHours, int proposalHours,
            int resolutionHours, boolean businessHours) implements PolicyRule {}

    /** What the parties agree on beyond their rights. */
    record ByAgreement(String rule, Map<String, String> text) implements PolicyRule {}
}
