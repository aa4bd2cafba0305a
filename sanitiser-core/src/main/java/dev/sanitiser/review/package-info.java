/** Writes plans, reports and drafts as a page for reviewers: one HTML file that needs nothing else. */
@NullMarked
package dev.sanitiser.review;

import org.jspecify.annotations.NullMarked;
