/** Listens to all services. */
@NullMarked
package io.shopcare.crm.news;

import org.jspecify.annotations.NullMarked;
