/** Auditing (审单): rules that look at a paid order, holds, and the auditors' queue. */
@NullMarked
package io.shopcare.order.audit;

import org.jspecify.annotations.NullMarked;
