/** The rules of the audit (审单规则), and which of them a shop goes by: data with a version. */
@NullMarked
package io.shopcare.order.rules;

import org.jspecify.annotations.NullMarked;
