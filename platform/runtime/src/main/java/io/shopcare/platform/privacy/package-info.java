/** What may be shown of personal data, and how much of it (rules.md, Personal data). */
@NullMarked
package io.shopcare.platform.privacy;

import org.jspecify.annotations.NullMarked;
