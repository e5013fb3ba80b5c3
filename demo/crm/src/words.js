/** Words for the sample data. The lengths are prime on purpose: neighbours in the list then differ. */

export const TITLES = [
  'Head of Operations',
  'Purchasing Manager',
  'Chief Information Officer',
  'IT Manager',
  'Marketing Coordinator',
  'VP of Sales',
  'Finance Director',
  'Human Resources Partner',
  'Operations Analyst',
  'Chief Executive Officer',
  'Product Manager',
  'Head of Customer Success',
  'Office Manager',
  'Director of Engineering',
  'Business Development Representative',
  'Data Engineer',
  'Chief Financial Officer',
  'Procurement Lead',
  'Consultant',
  'Head of Marketing',
  'Sales Operations Manager',
  'Systems Administrator',
  'Graduate Student',
];

export const NOTES = [
  'Short call. Wants to see how the reports look before talking to the rest of the team.',
  'Left a message, no answer yet.',
  'Asked for a quote for twelve seats. Budget is decided in the spring.',
  'Met at the trade fair, took a card. Interested, no hurry.',
  'Sent the security questionnaire back, all points answered.',
  'Says the current contract runs until the end of next quarter.',
  'Good conversation. Their main trouble is that three teams keep three lists.',
  'Introduced me to the colleague who signs.',
  'Moved our call to next week.',
  'Good meeting, two questions about rights and roles.',
  'Reached the assistant, will call back after the holidays.',
];

export const TASKS = [
  'Call back about the quote',
  'Send the comparison they asked for',
  'Ask who else decides',
  'Prepare the demo with their own data',
  'Follow up after the webinar',
  'Check the contract with legal',
  'Say thank you for the introduction',
];
