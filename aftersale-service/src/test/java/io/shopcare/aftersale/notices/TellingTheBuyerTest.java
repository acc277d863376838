package io.shopcare.aftersale.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CaseFixtures;
import io.shopcare.aftersale.orders.Contact;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.notices.Notice;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A17: every change that matters is told once, in the buyer's language")
class TellingTheBuyerTest {
    private final InMemoryAggregateStore<Case> store = new InMemoryAggregateStore<>();
    private final List<Notice> told = new ArrayList<>();
    private Answer<Optional<Contact>> contact = new Answer.Fresh<>(
            Optional.of(new Contact("lin@example.com", null)));
    private final Subscription subscription = new CaseNotices(store, orderId -> contact, CaseFixtures.POLICIES,
            told::add).subscription();

    @BeforeEach
    void thereIsACase() {
        store.create("case-1", CommandContext.bySystem("test"), () -> Decision.accept(CaseFixtures.refunding()));
    }

    @Test
    void tellsOfEachStep() {
        deliver("case.opened.v1", "scarf-unwanted", 1);
        deliver("remedies.proposed.v1", "return-or-keep", 2);
        deliver("return.authorised.v1", "scarf", 3);
        deliver("goods.received.v1", "scarf", 4);
        deliver("case.refunded.v1", "scarf", 5);
        deliver("case.resolved.v1", "scarf-refunded", 6);
        assertThat(told).extracting(Notice::kind).containsExactly("case-opened", "remedies-proposed",
                "return-authorised", "goods-received", "case-refunded");
        assertThat(told).allSatisfy(notice -> {
            assertThat(notice.language()).isEqualTo("zh-CN");
            assertThat(notice.email()).isEqualTo("lin@example.com");
            assertThat(notice.facts()).containsEntry("caseNo", "AS20261113-0003");
        });
        assertThat(told.get(1).facts()).containsEntry("remedies", "249.85 CNY / 40.00 CNY");
        assertThat(told.get(2).facts()).containsEntry("until", "2026-11-20 24:00");
        assertThat(told.get(4).facts()).containsEntry("amount", "249.85 CNY");
    }

    @Test
    void givesWhatIsDeliveredAgainTheSameId() {
        deliver("case.opened.v1", "scarf-unwanted", 1);
        deliver("case.opened.v1", "scarf-unwanted", 1);
        assertThat(told).extracting(Notice::id).hasSize(2).containsOnly(told.getFirst().id());
    }

    @Test
    void doesNotPromiseARefundThatDidNotHappen() {
        deliver("case.resolved.v1", "withdrawn", 5);
        assertThat(told).extracting(Notice::kind).containsExactly("case-ended");
    }

    @Test
    void showsThatABuyerWithoutAnAddressWasNotTold() {
        contact = new Answer.Fresh<>(Optional.of(new Contact(null, null)));
        deliver("case.opened.v1", "scarf-unwanted", 1);
        assertThat(told.getFirst().email()).isNull();
    }

    @Test
    void losesNothingWhileNobodyKnowsTheAddress() {
        contact = new Answer.NotAvailable<>("order-service");
        assertThatThrownBy(() -> deliver("case.opened.v1", "scarf-unwanted", 1)).hasMessageContaining("order-service");
        contact = new Answer.Fresh<>(Optional.of(new Contact("lin@example.com", null)));
        deliver("case.opened.v1", "scarf-unwanted", 1);
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void hasWordsForAllItSays(String language) {
        tellsOfEachStep();
        doesNotPromiseARefundThatDidNotHappen(told);
        var bundle = ResourceBundle.getBundle("notices", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (var notice : told)
            for (var part : List.of(".subject", ".body"))
                assertThat(notice.facts().keySet()).as(notice.kind() + part)
                        .containsAll(placeholders(bundle.getString(notice.kind() + part)));
    }

    private void doesNotPromiseARefundThatDidNotHappen(List<Notice> all) {
        deliver("case.resolved.v1", "withdrawn", 7);
        assertThat(all).extracting(Notice::kind).contains("case-ended");
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("\\{(\\w+)}").matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private void deliver(String type, String sample, long sequence) {
        ObjectNode data = Contracts.sample(type, sample).data().deepCopy();
        subscription.deliver(new EventMeta(subscription.topic(), "id-" + sequence, type, "case-1", sequence,
                CaseFixtures.NOW, Actor.system("test")), data);
    }
}
