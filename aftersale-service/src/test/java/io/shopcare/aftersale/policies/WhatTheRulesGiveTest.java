package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.ReturnAnswer.Finding;
import io.shopcare.aftersale.policies.ReturnAnswer.Ground;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A3, R1-R4, R8, R9: what the rules give, and which rule says so")
class WhatTheRulesGiveTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant SIGNED = at("2026-06-01T10:00");
    private static final Instant IN_TIME = at("2026-06-08T23:59");
    private static final Instant TOO_LATE = at("2026-06-09T00:00");
    private final Policies inChina = Packs.inChina();

    @Test
    @DisplayName("S4: seven days without reason, the freight back is the buyer's, and the answer cites its rule")
    void givesSevenDaysWithoutReason() {
        var answer = ask(Reason.UNWANTED, IN_TIME, ReturnTerms.ordinary("textile"));
        assertThat(answer.eligible()).isTrue();
        assertThat(answer.ground()).isEqualTo(Ground.WITHOUT_REASON);
        assertThat(answer.until()).isEqualTo(at("2026-06-09T00:00"));
        assertThat(answer.freightBy()).isEqualTo(FreightPayer.BUYER);
        assertThat(answer.remedies()).containsExactly(RemedyKind.RETURN_AND_REFUND);
        assertThat(answer.citations()).contains(law("R1"), law("R4"), law("R8"));
    }

    @Test
    @DisplayName("S4: at 9 June 00:00 not any more")
    void refusesWhenTheLastDayIsOver() {
        var answer = ask(Reason.UNWANTED, TOO_LATE, ReturnTerms.ordinary("textile"));
        assertThat(answer.eligible()).isFalse();
        assertThat(answer.remedies()).isEmpty();
        assertThat(answer.findings()).extracting(Finding::code).containsExactly("deadline-passed");
        assertThat(answer.findings().getFirst().facts()).containsEntry("until", "2026-06-08 24:00");
        assertThat(answer.citations()).contains(law("R1"));
    }

    @Test
    @DisplayName("S4: unless the shop promised more")
    void keepsALongerPromiseOfTheProductPage() {
        var promised = new ReturnTerms(null, null, null, "textile", 30);
        var answer = ask(Reason.UNWANTED, TOO_LATE, promised);
        assertThat(answer.eligible()).isTrue();
        assertThat(answer.citations()).contains(new Citation("own-shop-promised-days", "own-shop", "2026-11-01"));
    }

    @Test
    @DisplayName("S4: unless the goods are faulty; then the seller pays the way back")
    void givesMoreForFaultyGoods() {
        var ring = new ReturnTerms("made-to-order", null, null, "general", null);
        var answer = ask(Reason.QUALITY, IN_TIME, ring);
        assertThat(answer.eligible()).isTrue();
        assertThat(answer.ground()).isEqualTo(Ground.FAULTY_GOODS);
        assertThat(answer.freightBy()).isEqualTo(FreightPayer.SELLER);
        assertThat(answer.evidence()).containsExactly(ReturnAnswer.Evidence.PHOTO);
        assertThat(answer.citations()).containsExactly(law("R9"));
    }

    @Test
    @DisplayName("R2: an engraved ring is never returnable without reason")
    void exceptsGoodsMadeToOrder() {
        var answer = ask(Reason.UNWANTED, IN_TIME, new ReturnTerms("made-to-order", null, null, "general", null));
        assertThat(answer.eligible()).isFalse();
        assertThat(answer.findings()).extracting(Finding::code).containsExactly("excepted-goods");
        assertThat(answer.citations()).contains(law("R2"));
    }

    @Test
    @DisplayName("R3: with the buyer's confirmation the exception counts")
    void exceptsWhatTheBuyerConfirmed() {
        var answer = ask(Reason.UNWANTED, IN_TIME,
                new ReturnTerms(null, "unsealing-affects-health", SIGNED.minusSeconds(9000), "one-time-seal", null));
        assertThat(answer.eligible()).isFalse();
        assertThat(answer.findings()).extracting(Finding::code).containsExactly("exception-confirmed");
        assertThat(answer.citations()).contains(law("R3"));
    }

    @Test
    @DisplayName("R3: no confirmation, no exception")
    void doesNotExceptWhatNobodyConfirmed() {
        var answer = ask(Reason.UNWANTED, IN_TIME,
                new ReturnTerms(null, "unsealing-affects-health", null, "one-time-seal", null));
        assertThat(answer.eligible()).isTrue();
        assertThat(answer.findings()).extracting(Finding::code).containsExactly("exception-not-confirmed");
        assertThat(answer.citations()).contains(law("R3"));
    }

    @Test
    @DisplayName("R4, S4: opened cosmetics are not intact; an opened box of clothes is")
    void looksAtWhatBreaksTheIntactConditionOfTheseGoods() {
        var cosmetics = ask(Reason.UNWANTED, IN_TIME, ReturnTerms.ordinary("one-time-seal"), "seal-open");
        assertThat(cosmetics.eligible()).isFalse();
        assertThat(cosmetics.findings()).containsExactly(
                new Finding("not-intact", java.util.Map.of("found", "seal-open")));
        assertThat(ask(Reason.UNWANTED, IN_TIME, ReturnTerms.ordinary("textile"), "seal-open").eligible()).isTrue();
        assertThat(ask(Reason.UNWANTED, IN_TIME, ReturnTerms.ordinary("textile"), "tag-cut").eligible()).isFalse();
    }

    @Test
    void namesEverythingThatSpeaksAgainstIt() {
        var answer = ask(Reason.UNWANTED, TOO_LATE, new ReturnTerms("made-to-order", null, null, "textile", null),
                "tag-cut");
        assertThat(answer.findings()).extracting(Finding::code).containsExactly("excepted-goods", "not-intact",
                "deadline-passed");
    }

    @Test
    @DisplayName("R1: in a locker is not signed for, so the clock has not started")
    void waitsForTheSignature() {
        var answer = PolicyCheck.of(inChina,
                new ReturnQuestion(Reason.UNWANTED, TOO_LATE, true, null, ReturnTerms.ordinary("textile"), Set.of()));
        assertThat(answer.eligible()).isTrue();
        assertThat(answer.until()).isNull();
    }

    @Test
    void givesTheMoneyBackBeforeTheGoodsLeave() {
        var answer = PolicyCheck.of(inChina,
                new ReturnQuestion(Reason.UNWANTED, IN_TIME, false, null, ReturnTerms.ordinary("textile"), Set.of()));
        assertThat(answer.remedies()).containsExactly(RemedyKind.REFUND_ONLY);
        assertThat(answer.citations())
                .containsExactly(new Citation("own-shop-before-shipping", "own-shop", "2026-11-01"));
    }

    @Test
    @DisplayName("Until delivery the risk is the seller's")
    void givesTheMoneyBackForWhatWasLostOnTheWay() {
        var answer = PolicyCheck.of(inChina, new ReturnQuestion(Reason.COURIER_TROUBLE, IN_TIME, true, null,
                ReturnTerms.ordinary("textile"), Set.of()));
        assertThat(answer.ground()).isEqualTo(Ground.RISK_OF_THE_WAY);
        assertThat(answer.remedies()).containsExactly(RemedyKind.REFUND_ONLY);
    }

    @Test
    void goesByThePackOfTheBuyersCountry() {
        var question = new ReturnQuestion(Reason.UNWANTED, at("2026-06-15T23:59"), true, SIGNED,
                ReturnTerms.ordinary("general"), Set.of());
        assertThat(PolicyCheck.of(Packs.abroad(), question).citations())
                .allMatch(citation -> citation.pack().equals("cross-border"));
        assertThat(PolicyCheck.of(Packs.abroad(), question).eligible()).isTrue();
        assertThat(PolicyCheck.of(inChina, question).eligible()).isFalse();
    }

    private ReturnAnswer ask(Reason reason, Instant when, ReturnTerms terms, String... broken) {
        return PolicyCheck.of(inChina, new ReturnQuestion(reason, when, true, SIGNED, terms, Set.of(broken)));
    }

    private static Citation law(String rule) {
        return new Citation(rule, "cn-consumer-law", "2024-07-01");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
