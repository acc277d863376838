/** What was heard of each order, refund, case and conversation; one fact for each, whatever comes twice or late. */
@NullMarked
package io.shopcare.crm.facts;

import org.jspecify.annotations.NullMarked;
