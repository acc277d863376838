package io.shopcare.order.imports;

import java.time.Instant;

import io.shopcare.order.trade.Address;
import io.shopcare.platform.money.Money;

/**
 * A row that can be taken: one item of an order that is paid on the platform.
 *
 * @param record  number of the row, from 1, without the header
 * @param line    in the file, the header counted
 * @param member  the buyer's name there; personal data
 * @param amount  what the item costs in all
 * @param paid    what was really paid for it, freight included
 * @param remark  the buyer's words, possibly empty
 * @param sellerRemark of the shop's people there, possibly empty
 * @param shipping how it is to travel, possibly empty
 * @param invoiceTitle in whose name the invoice is wanted, possibly empty; personal data
 */
record SheetRow(long record, long line, String orderNo, String member, String sku, String title, int quantity,
        Money amount, Money freight, Money paid, Address address, String remark, String sellerRemark,
        String invoiceTitle, String shipping,
        Instant createdAt, Instant paidAt) {
    @Override
    public String toString() {
        return "SheetRow[" + line + "]";
    }
}
